/* YAML texts changed where a field was changed, and left as they stand everywhere else. */

import { Document, isMap, isScalar, isSeq, parseDocument, Scalar } from './yaml/index.js';
import { group, plainGroup, same, told } from './values.js';

/* Diglot reads text as text: no numbers, no dates; only null, true and false are more. */
const NULL = {
  tag: 'tag:yaml.org,2002:null',
  default: true,
  test: /^(?:null|~)?$/,
  identify: (value) => value === null,
  createNode: () => new Scalar(null),
  resolve: () => new Scalar(null),
  stringify: ({ source }) => source ?? 'null',
};
const FLAG = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:true|false)$/,
  identify: (value) => typeof value === 'boolean',
  resolve: (text) => new Scalar(text === 'true'),
  stringify: ({ value }) => String(value),
};
const READ = { schema: 'failsafe', customTags: [NULL, FLAG], keepSourceTokens: false };

/** The document of a YAML text. */
export function parse(text) {
  const doc = parseDocument(text, READ);
  if (doc.errors.length) throw new Error(doc.errors[0].message);
  return doc;
}

/** A new document of plain data. */
export const fresh = (value) => new Document(value, READ);

/** The text of a document; lists are set in as the text before had them. */
export const write = (doc, before = '') =>
  doc.toString({
    lineWidth: 0,
    indentSeq: /^( *)\S[^\n]*:\n\1 +- /m.test(before),
    nullStr: 'null',
    singleQuote: true,
    flowCollectionPadding: false,
  });

/** Changes what differs between two fillings of a group's fields. */
export function patch(doc, map, before, after, keys) {
  keys.forEach((key, place) => {
    const [old, value] = [before[key.name], after[key.name]];
    if (same(old, value, key)) return;
    const made = told(value, key);
    const node = map.get(key.name, true);
    if (made === undefined) map.delete(key.name);
    else if (node === undefined) insert(doc, map, key, made, keys.slice(place + 1));
    else map.set(key.name, changed(doc, node, [old, value, made], key));
  });
}

function insert(doc, map, key, made, later) {
  const names = new Set(later.map((one) => one.name));
  const place = map.items.findIndex((pair) => names.has(String(pair.key)));
  map.items.splice(place < 0 ? map.items.length : place, 0, doc.createPair(key.name, made));
}

function changed(doc, node, [old, value, made], key) {
  if (key.kind === 'group' && isMap(node) && made) {
    patch(doc, node, old, value, key.keys);
    return node;
  }
  if (isSeq(node) && Array.isArray(made)) return list(doc, node, [old, value, made], key);
  if (isScalar(node) && (made === null || typeof made !== 'object')) {
    node.value = made;
    delete node.source;
    return node;
  }
  return doc.createNode(made);
}

/** The list with its unchanged entries, and their comments, kept. */
function list(doc, node, [old, value, made], key) {
  const alike = key.kind === 'groups' ? asGroups(old, value, key) : asWords(node, made);
  const used = new Set(alike.filter((place) => place >= 0));
  const spare = (place) => place < node.items.length && !used.has(place);
  const items = made.map((one, place) => {
    if (alike[place] >= 0) return node.items[alike[place]];
    if (key.kind !== 'groups' || !spare(place) || made.length < old.length)
      return doc.createNode(one);
    used.add(place);
    patch(doc, node.items[place], old[place], value[place], key.keys);
    return node.items[place];
  });
  node.items = items;
  if (items.length) node.flow = node.flow && key.kind !== 'groups';
  return node;
}

const asWords = (node, made) => {
  const words = node.items.map((item) => item.value);
  return made.map((one) => words.indexOf(one));
};

function asGroups(old, value, key) {
  const free = old.map((one) => JSON.stringify(plainGroup(one, key.keys)));
  return value.map((one) => {
    const place = free.indexOf(JSON.stringify(plainGroup(one, key.keys)));
    if (place >= 0) free[place] = null;
    return place;
  });
}

/** The fields of a mapping's text. */
export const fields = (text, keys) => group(parse(text).toJS() ?? {}, keys);

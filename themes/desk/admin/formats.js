/* The files of a project as the editor reads and writes them (`CMS.registerCustomFormat`).

   A field that no one sees, `_text`, carries the file as it was: saving changes it where a field
   was changed, so that comments, order, quotes and keys the editor does not know stay. */

import { fields, fresh, parse, patch, write } from './documents.js';
import { alike, group, plainGroup } from './values.js';

const FENCES = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;

/** Front matter, what lies between it and the body, the body, and the end of the file. */
export function split(text) {
  const found = FENCES.exec(text);
  if (!found) throw new Error('no front matter between two lines “---”');
  const rest = text.slice(found[0].length);
  const body = rest.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  const start = found[0].length + rest.indexOf(body);
  const gap = text.slice(found[0].length, start);
  return { front: found[1] ?? '', body, gap, end: text.slice(start + body.length) };
}

const join = (front, body, { gap = '\n', end = '\n' } = {}) =>
  `---\n${front}---\n${body ? `${gap || '\n'}${body}${end || '\n'}` : ''}`;

function saved(text, before, after, keys) {
  if (alike(before, after, keys)) return text;
  const doc = parse(text);
  patch(doc, doc.contents, before, after, keys);
  return write(doc, text);
}

const made = (value, { keys, first }) => `${first}\n${write(fresh(plainGroup(value, keys)))}`;

/** An article or its translation, which shows no `lang`: by that key the collections tell originals.
   `foreign` is the language of a new translation. */
export function record(shapes, foreign) {
  return {
    fromFile(text) {
      const { front, body } = split(text);
      const data = parse(front).toJS() ?? {};
      const { keys } = 'translation' in data ? shapes.translation : shapes.article;
      const shown = group(data, keys);
      if ('translation' in data) delete shown.lang;
      return { ...shown, body, _text: text };
    },
    toFile(value) {
      const shape = value.lang ? shapes.article : shapes.translation;
      const body = (value.body ?? '').trim();
      if (!value._text) return join(made({ lang: foreign, ...value }, shape), body);
      const parts = split(value._text);
      const { keys } = shape;
      const before = fields(parts.front, keys);
      const after = { ...before, ...value };
      if (!value.lang) after.lang = before.lang;
      const front = saved(parts.front, before, after, keys);
      return join(front, body === parts.body.trim() ? parts.body : body, parts);
    },
  };
}

/** A file that is one entry of a registry. */
export const entry = (shape) => ({
  fromFile: (text) => ({ ...fields(text, shape.keys), _text: text }),
  toFile(value) {
    if (!value._text) return made(value, shape);
    const before = fields(value._text, shape.keys);
    return saved(value._text, before, { ...before, ...value }, shape.keys);
  },
});

/** A file of many entries by id, shown as a list of entries that have their id in a field. */
export const glossary = ({ keys }) => ({
  fromFile(text) {
    const data = Object.entries(parse(text).toJS() ?? {});
    return { entries: data.map(([id, one]) => ({ id, ...group(one, keys) })), _text: text };
  },
  toFile(value) {
    const text = value._text ?? '';
    const doc = parse(text);
    doc.contents ??= doc.createNode({});
    const before = doc.toJS();
    const entries = value.entries ?? [];
    const kept = new Set(entries.map((one) => one.id));
    let changes = 0;
    for (const id of Object.keys(before)) if (!kept.has(id)) changes += doc.delete(id);
    for (const { id, ...one } of entries) changes += put(doc, [id, before[id], one], keys);
    return changes ? write(doc, text) : text;
  },
});

/* Sets one entry; tells whether that was a change. */
function put(doc, [id, old, one], keys) {
  const before = old && group(old, keys);
  if (before && alike(before, { ...before, ...one }, keys)) return false;
  if (before) patch(doc, doc.get(id), before, { ...before, ...one }, keys);
  else doc.set(id, doc.createNode(plainGroup(one, keys)));
  return true;
}

/** A page in Markdown without front matter. */
export const page = {
  fromFile: (text) => ({ body: text.trimEnd(), _text: text }),
  toFile(value) {
    const body = (value.body ?? '').trimEnd();
    return body === (value._text ?? '').trimEnd() ? value._text : `${body}\n`;
  },
};

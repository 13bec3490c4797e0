/* What a file says, as the fields of the editor show it, and back again.

   A shape (shapes.json, made from the typed models) lists the keys of a group in the order of the
   files. Of each key: `kind` (text, flag, lines, ids, role, group, groups), `value` (its default),
   `shown` (written out even where it is the default) and, for groups, their own `keys`. */

const EMPTY = { text: '', flag: false, lines: '', ids: [], groups: [] };

/** The value of a key as its field shows it; fields know no null and no missing key. */
export function shown(value, key) {
  if (key.kind === 'group') return group(value ?? {}, key.keys);
  if (key.kind === 'role') return typeof value === 'string' ? { text: value } : { ...value };
  if (value === null || value === undefined) return key.value ?? EMPTY[key.kind];
  if (key.kind === 'lines') return value.join('\n');
  if (key.kind === 'ids') return typeof value === 'string' ? [value] : value;
  if (key.kind === 'groups') return value.map((one) => group(one, key.keys));
  return value;
}

/** All fields of a group. */
export const group = (value, keys) =>
  Object.fromEntries(keys.map((key) => [key.name, shown(value[key.name], key)]));

/** What a field holds, whether it is empty, missing or null; equal fields have equal text. */
export const same = (one, two, key) =>
  JSON.stringify(told(one, key)) === JSON.stringify(told(two, key));

/** The value of a field as the file has it; undefined where nothing is to be written. */
export function told(value, key) {
  const plain = MAKE[key.kind](value, key);
  if (JSON.stringify(plain ?? null) !== JSON.stringify(key.value ?? null)) return plain ?? null;
  return key.shown ? (key.value ?? null) : undefined;
}

const MAKE = {
  text: (value, key) => (typeof value === 'string' && value.trim() ? value : key.value),
  flag: (value) => value === true,
  lines: (value) => lines(value),
  ids: (value, key) => {
    const ids = [value ?? []].flat().filter(Boolean);
    return key.single ? (ids.length > 1 ? ids : (ids[0] ?? null)) : ids;
  },
  role: (value) => {
    const { text, zh, en } = value ?? {};
    return zh || en ? { zh: zh ?? '', en: en ?? '' } : text || null;
  },
  group: (value, key) => {
    const made = plainGroup(value ?? {}, key.keys);
    return key.value === null && blank(made) ? null : made;
  },
  groups: (value, key) => (value ?? []).map((one) => plainGroup(one, key.keys)),
};

/** A text of lines as a list. */
export const lines = (value) =>
  (Array.isArray(value) ? value : (value ?? '').split('\n'))
    .map((line) => line.trim())
    .filter(Boolean);

/** A group as the file has it, in the order of the model. */
export function plainGroup(value, keys) {
  const pairs = keys.map((key) => [key.name, told(value[key.name], key)]);
  return Object.fromEntries(pairs.filter(([, one]) => one !== undefined));
}

/** Whether two fillings of a group's fields make the same file. */
export const alike = (one, two, keys) =>
  JSON.stringify(plainGroup(one, keys)) === JSON.stringify(plainGroup(two, keys));

const blank = (value) =>
  value === null || value === '' || (typeof value === 'object' && Object.values(value).every(blank));

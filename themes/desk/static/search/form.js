// The form of the search page: its fields, its language, and what it says.

export const form = document.querySelector("form[data-index]");
export const said = form.dataset; // addresses and messages in the language of the page
export const SIDES = ["zh", "en"];
export const side = document.documentElement.lang.startsWith("zh") ? 0 : 1;
export const selects = [...form.querySelectorAll("select[data-facet]")];

export const chosen = () => selects.filter((select) => select.value);

const format = new Intl.NumberFormat(SIDES[side]);

export const number = (value) => format.format(value);

export const say = (name, values = {}) => said[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

// How many records, in words.
export const counted = (count, many = "many") =>
  (count === 0 ? said.none : count === 1 ? said.one : say(many, { n: number(count) }));

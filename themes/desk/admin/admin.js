/* Starts Sveltia CMS with the configuration the build made, in the language of its interface. */

import CMS from './cms/npm/index.js';
import { entry, glossary, page, record } from './formats.js';

const json = async (name) => (await fetch(`./${name}.json`)).json();

/* The language set in the editor's own preferences, else the browser's. */
function language() {
  let set;
  try {
    set = JSON.parse(localStorage.getItem('sveltia-cms.prefs') ?? '{}').locale;
  } catch {
    /* no storage, no preference */
  }
  const wanted = set && set !== 'auto' ? [set] : navigator.languages;
  return wanted[0]?.startsWith('zh') ? 'zh' : 'en';
}

/* Which collection is open, for admin.css. */
function mark() {
  const [, collection = ''] = /^#\/collections\/([^/?]+)/.exec(location.hash) ?? [];
  document.documentElement.dataset.collection = collection;
}

addEventListener('hashchange', mark);
mark();

const side = language();
document.documentElement.lang = side === 'zh' ? 'zh-Hans' : 'en';

/* The way to what wants a human eye. */
const way = document.createElement('a');
way.className = 'to-review';
way.target = '_blank';
way.href = `../${side}/admin/review/`;
way.textContent = side === 'zh' ? '审阅清单' : 'Review queue';
document.body.append(way);

const [config, shapes] = await Promise.all([json(`config.${side}`), json('shapes')]);

CMS.registerCustomFormat('diglot-zh-frontmatter', 'md', record(shapes, 'en'));
CMS.registerCustomFormat('diglot-en-frontmatter', 'md', record(shapes, 'zh-Hans'));
CMS.registerCustomFormat('diglot-page-frontmatter', 'md', page);
for (const name of ['companies', 'themes'])
  CMS.registerCustomFormat(`diglot-${name}`, 'yml', entry(shapes[name]));
for (const name of ['people', 'places', 'publishers', 'kinds'])
  CMS.registerCustomFormat(`diglot-${name}`, 'yml', glossary(shapes[name]));
CMS.init({ config });

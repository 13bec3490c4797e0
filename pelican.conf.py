"""Settings of the site. Build with ``make site`` or ``pelican -s pelican.conf.py``.

Every ``DIGLOT_…`` setting is described in docs/reference/settings.md.
"""

import os

SITENAME = "Diglot"
# Public address, such as https://example.org or https://name.github.io/repository; without it the
# site works from the root of any static server.
SITEURL = os.environ.get("SITEURL", "")
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "en"

PATH = "content"
OUTPUT_PATH = "output"
THEME = "themes/desk"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["diglot"]

# One sentence about the site, in both languages.
DIGLOT_TAGLINE = {
    "zh": "车企与科技公司：谁与谁合作，何时，合作什么，出自何处。",
    "en": "Carmakers and technology companies: who allied with whom, when, on what, says who.",
}
# What the site is about, for the foot of each page.
DIGLOT_COLOPHON = {
    "zh": "Diglot以中英两种语言研读关于车企与科技公司合作的公开报道。",
    "en": "Diglot reads public reports on alliances between carmakers and technology companies,"
    " in Chinese and in English.",
}
# "on": a build imports texts of seeds/ that have no record yet; "off": such a text is an error.
DIGLOT_IMPORT = os.environ.get("DIGLOT_IMPORT", "on")
# Rights of records that do not state their own: "full", "excerpt" or "link".
DIGLOT_RIGHTS = "full"
# Keeps the ids of feeds apart from those of other sites; once published, it should stay.
DIGLOT_SITE_ID = SITENAME
# "on" makes a share image of both titles for each article (pip install 'diglot[share]').
DIGLOT_SHARE_IMAGES = os.environ.get("DIGLOT_SHARE_IMAGES", "off")
# Entries of a feed, and of each list on the home page, at most.
DIGLOT_FEED_ITEMS = 50
DIGLOT_HOME_ITEMS = 10
# Address of the source repository for the foot of each page, or "".
DIGLOT_CODE_URL = os.environ.get("DIGLOT_CODE_URL", "")
# "on": the browser editor stands at /admin/ once `diglot admin` has fetched it; "off": never.
DIGLOT_ADMIN = os.environ.get("DIGLOT_ADMIN", "on")
# What the browser editor at /admin/ writes to (docs/editor.md): "owner/name" on GitHub, its branch,
# and the OAuth client editors sign in through.
DIGLOT_ADMIN_REPO = os.environ.get("DIGLOT_ADMIN_REPO", "")
DIGLOT_ADMIN_BRANCH = os.environ.get("DIGLOT_ADMIN_BRANCH", "")
DIGLOT_ADMIN_AUTH = os.environ.get("DIGLOT_ADMIN_AUTH", "")
# What translates: "openai", "deepl", "fxtranslate", "ctranslate2", "memory", or "" for the first of
# them that is ready; and their options (docs/translation.md). Keys stand in the environment only.
DIGLOT_ENGINE = ""
DIGLOT_ENGINES = {}

# Diglot's generator writes every page in both languages; Pelican's own have nothing to do.
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = []
DIRECT_TEMPLATES = []
PAGINATED_TEMPLATES = {}
THEME_STATIC_PATHS = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
READERS = {"rst": None, "html": None, "md": None}
DELETE_OUTPUT_DIRECTORY = False
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False

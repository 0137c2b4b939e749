"""Evaluation: gold files in, scores with intervals and every fault out.

1. `readers` reads gold files into the types of `gold` and says what is wrong with a line;
2. `parts` splits a file by document into the held-out part and the development part;
3. `reading` codes a document as the pipeline does and keeps what was passed over;
4. `articles`, `detection` and `spans` compare records with gold, document by document;
5. `bootstrap` puts an interval around each figure of `measures`;
6. `report_text`, `report_json` and `report_html` show it.

`run.evaluate` is the whole way. How each measure is taken stands in docs/evaluation.md.
"""

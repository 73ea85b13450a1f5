"""How a document becomes pages: fonts, lines, boxes, tables, charts, tags and the PDF file itself."""

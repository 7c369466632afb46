"""Names of the XML vocabularies a document is made of."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
V = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"
ORIGIN = "urn:jixiao:origin:1"
FIGURES = "urn:jixiao:figures:1"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

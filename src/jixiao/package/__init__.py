"""Reading and writing .docx packages; knows nothing of figures and reports."""

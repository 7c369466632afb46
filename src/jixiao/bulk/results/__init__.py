"""What a run leaves for those who oversee many units: a page, a workbook, findings, figures, archives."""

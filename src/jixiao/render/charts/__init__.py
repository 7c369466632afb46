"""Native charts of Word, made of printed figures: the chart, the workbook behind it, and the tag that asks for one."""

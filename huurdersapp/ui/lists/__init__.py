"""Lists of records with their detail beside them: the model, the table, filters, columns, and the page that has them all."""

"""Making a report: its choices, parts, texts, questions and versions beside its pages."""

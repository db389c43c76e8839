"""E-invoices inside PDFs and loose: found, read without harm, and taken for what they state."""

"""What the three Pennylane endpoints share: access, lists, VAT codes, errors, paging."""

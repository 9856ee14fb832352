"""References for other programs. Everything starts from CSL-JSON; RIS and BibTeX are made from that."""

"""Documents that come in: from an address, a file or the clipboard to the draft of a source with its capture."""

"""The client's side of the document: typed functions decide what the templates write."""

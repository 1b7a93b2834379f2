"""What is looked at in a browser: the network's page, a text with its mentions marked."""

"""What a link in a letter opens: no account, no cookie; looking changes nothing, and saying takes two steps."""

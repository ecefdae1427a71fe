"""What somebody can say on their own pages, signed in or by a link: the same steps for both."""

"""A clean Document to statements, each with the words it rests on."""

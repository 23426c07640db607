"""What a picture is called and said to show: titles, alt texts, captions, tags and slugs, from the words it
was made of, from looking at it, or from what its file tells of it.

    vocabulary, phrases   a prompt -> its phrases, without what says nothing
    slugs                 the words of an address, and tags
    seeing                who sees, and what is seen; of our own pictures, from their recipes
    reading               the answer of a model -> what is seen
    completions, chat     an OpenAI-compatible server, and a vision model behind one
    local, captioner      a vision model in a process of its own, and what runs in that process
    metadata              the filename, embedded texts, colours and shape
    embedded, colours     where it has them from
"""

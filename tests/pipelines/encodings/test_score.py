from pipelines.encodings.score import main, samples


def test_texts_are_read_in_many_languages(capsys):
    main()
    lines = capsys.readouterr().out.splitlines()
    assert len({sample.language for sample in samples()}) >= 20
    row = next(line.split() for line in lines if line.startswith("all "))
    own, all_own, wide, all_wide = (int(row[place]) for place in (1, 3, 4, 6))
    assert all_own > 290
    assert own >= 0.98 * all_own
    assert wide >= 0.99 * all_wide

"""Is the house open? Whoever watches the server hears it when the database is gone."""

from netwerkberaad import database


def test_an_open_house_says_its_version(browse):
    assert browse().get("/healthz").json == {"status": "ok", "version": "0.1.0"}


def test_a_database_that_was_taken_away_is_noticed(app, browse, data_dir):
    visitor = browse()
    visitor.get("/healthz")
    (data_dir / "netwerkberaad.db").rename(data_dir / "elsewhere.db")
    assert visitor.get("/healthz", status=503).json["status"] == "unavailable"
    assert not (data_dir / "netwerkberaad.db").exists()


def test_a_file_that_is_no_database_is_noticed(app, browse, data_dir):
    (data_dir / "netwerkberaad.db").write_bytes(b"no database at all" * 500)
    browse().get("/healthz", status=503)


def test_whoever_is_signed_in_hears_it_too(app, marije, data_dir, monkeypatch):
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    database.db.close()
    (data_dir / "netwerkberaad.db").write_bytes(b"no database at all" * 500)
    marije.get("/healthz", status=503)
    assert marije.get("/kringen", status=500).h1.text.strip() == "Er ging iets mis bij ons"

"""The console command `netwerkberaad`: init, serve, demo and create-user."""

import argparse
import datetime as dt
import gc
import json
import os
import socket
import sys

from netwerkberaad import create_app, database, settings
from netwerkberaad.domain import teams
from netwerkberaad.domain.taking_part import forgetting

THREADS = 100  # in each worker, of which live streams hold 80 at most (web/taking_part/live.py)


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="netwerkberaad", description="Run a netwerkberaad live.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("init", help="create or upgrade the database").set_defaults(run=init)
    serving = commands.add_parser("serve", help="the production server, without sample data")
    serving.add_argument("--host")
    serving.add_argument("--port", type=int)
    serving.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1), help="default: two at most")
    serving.set_defaults(run=serve)
    trying = commands.add_parser("demo", help="load the sample family and say where to look")
    trying.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    trying.add_argument("--today", type=dt.date.fromisoformat, help="the day the sample takes for today (YYYY-MM-DD)")
    trying.set_defaults(run=demo)
    creating = commands.add_parser("create-user", help="make an account and print its one-time setup link")
    creating.add_argument("--email", required=True)
    creating.add_argument("--role", required=True, choices=[teams.ADMIN, teams.FACILITATOR])
    creating.add_argument("--name", help="first name (default: the first part of the address)")
    creating.set_defaults(run=create_user)
    given = parser.parse_args(arguments)
    return given.run(given)


def _open(**overrides):
    present = settings.read(**overrides)
    app = create_app(present)
    database.bring_up_to_date()
    return present, app


def init(given):
    present, _ = _open()
    print(f"The database is up to date: {present.database_url}")


def create_user(given):
    present, _ = _open()
    with database.one_go():
        team = teams.Team.select().order_by(teams.Team.id).first() or teams.Team.create(name="Ons wijkteam")
        try:
            name = given.name or given.email.partition("@")[0].capitalize()
            invited = teams.invite(team, name, given.email, given.role, now=dt.datetime.now(dt.UTC))
        except teams.refusals.Refusal as refusal:
            sys.exit(refusal.sentence)
    print(f"{present.base_url}/account/beginnen/{teams.setup_token(invited, present.secret_key)}")


def demo(given):
    from netwerkberaad import sample_family

    present, app = _open()
    with app.test_request_context():
        try:
            shown = sample_family.load(present, today=given.today)
        except sample_family.RealFamiliesHere as refusal:
            sys.exit(str(refusal))
    if given.json:
        print(json.dumps(shown, ensure_ascii=False))
    else:
        _tell_where_to_click(present, shown)


def _tell_where_to_click(present, shown):
    print(f"\nNetwerkberaad, with the sample family. Open {present.base_url}\n")
    for account in shown["staff"]:
        print(
            f"  {account['name']:<8} ({teams.ROLE_NAMES[account['role']]}): {account['email']}  {account['password']}"
        )
    print("\nA member's own page, without an account:\n")
    for person in shown["people"][:3]:
        print(f"  {person['name']:<12} {present.base_url}{person['link']}")
    print(flush=True)


def serve(given):
    """Replaces this process by granian: threads in two workers, each of which listens on the port by itself."""
    present, _ = _open(host=given.host, port=given.port)
    if not _is_free(present.host, present.port):
        sys.exit(f"Port {present.port} of {present.host} is in use: is the server running already?")
    forgetting.forget_guests(now=dt.datetime.now(dt.UTC))
    if teams.there_is_nobody_yet():
        token = teams.first_admin_token(present.secret_key)
        print(f"There is no account yet. Set up the first team admin:\n  {present.base_url}/eerste-beheerder/{token}")
    print(f"Serving on {present.base_url}", flush=True)
    database.shut()
    os.environ.update(HOST=present.host, PORT=str(present.port))
    server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--factory", "netwerkberaad.commands:app"]
    listens = ["--host", present.host, "--port", str(present.port), "--no-ws", "--log-level", "error"]
    size = ["--workers", str(given.workers), "--blocking-threads", str(THREADS)]
    # A worker that died is there again at once; one that is asked to stop has so long for its open streams.
    lives = ["--respawn-failed-workers", "--respawn-interval", "0", "--workers-kill-timeout", "5"]
    os.execv(sys.executable, [*server, *listens, *size, *lives])


def _is_free(host, port):
    """Whether nobody listens there: workers share a port, so that a second server would not notice the first."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as asking:
        asking.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asking.bind((host, port))
        except OSError:
            return False
    return True


def app():
    """What each worker serves. What is there by now stays: nobody need look through it time and again for rubbish."""
    made = create_app()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    return made


if __name__ == "__main__":
    main()

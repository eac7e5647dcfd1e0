"""Is the house open? One address for whoever watches the server."""

import netwerkberaad
from netwerkberaad.database import answers
from netwerkberaad.web.doors import everyone, open_to
from netwerkberaad.web.hypermedia import Room

room = Room("health", __name__, frame="plain")


@room.get("/healthz")
@open_to(everyone)
def healthz():
    if not answers():
        return {"status": "unavailable", "version": netwerkberaad.__version__}, 503
    return {"status": "ok", "version": netwerkberaad.__version__}

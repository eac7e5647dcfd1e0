"""Every "no" the domain can say, with the Dutch sentence the screen shows; one file per moment."""

from netwerkberaad.domain.refusals.after import *
from netwerkberaad.domain.refusals.agreeing import *
from netwerkberaad.domain.refusals.anywhere import *
from netwerkberaad.domain.refusals.before import *
from netwerkberaad.domain.refusals.discovering import *
from netwerkberaad.domain.refusals.evening import *
from netwerkberaad.domain.refusals.refusal import Refusal, Stranger, insist
from netwerkberaad.domain.refusals.safety import *
from netwerkberaad.domain.refusals.taking_part import *
from netwerkberaad.domain.refusals.team import *
from netwerkberaad.domain.refusals.week import *

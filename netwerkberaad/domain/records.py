"""All records in one list, in the order in which their tables are made."""

from netwerkberaad.domain import changes, circle, once, sign_in, teams, undo, yes
from netwerkberaad.domain.after import consent, links, still_going
from netwerkberaad.domain.agreeing import plan, signing
from netwerkberaad.domain.before import preparation
from netwerkberaad.domain.evening import meeting, offers, shared_screen
from netwerkberaad.domain.safety import floors
from netwerkberaad.domain.taking_part import carrying, guessing, joining, notes, private_time
from netwerkberaad.domain.week import away, cancelling, done, roster

RECORDS = [
    teams.Team,
    teams.Staff,
    sign_in.SignInAttempt,
    once.Posted,
    circle.Circle,
    circle.Person,
    consent.Consent,
    preparation.OffLimitsTopic,
    preparation.SafetyNote,
    preparation.Informed,
    preparation.ReadBy,
    meeting.Meeting,
    meeting.Attendance,
    meeting.Answer,
    meeting.Situation,
    meeting.Knows,
    meeting.Draft,
    offers.Offer,
    roster.Task,
    roster.RegularShift,
    yes.Yes,
    plan.Plan,
    plan.Agreement,
    plan.Trigger,
    plan.PlanBStep,
    signing.PlanVersion,
    signing.Signature,
    signing.Closing,
    links.Link,
    shared_screen.Screen,
    undo.Deed,
    joining.Guest,
    guessing.WrongCode,
    private_time.PrivateTime,
    carrying.Boundary,
    carrying.Carrying,
    notes.Note,
    changes.Change,
    floors.FloorRequirement,
    floors.Trusted,
    floors.FloorAllowed,
    cancelling.Cancellation,
    cancelling.Declined,
    done.Done,
    away.Away,
    still_going.StillGoing,
]

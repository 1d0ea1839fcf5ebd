-- The ledger: what happened, in order, never changed. Rows hold commitments, never personal data.
-- head = SHA-256 over the row and the head before it (see ledger_row.py); signature is the kiosk's over head.

create table if not exists ledger (
    sequence   integer primary key check (sequence > 0),
    at         text    not null,                                  -- ISO 8601 with offset, as the clock said
    behind     integer not null check (behind >= 0),              -- milliseconds the clock had gone back
    kind       text    not null check (length(kind) between 1 and 40),
    subject    text    not null check (length(subject) between 1 and 100),
    commitment blob    not null check (length(commitment) = 32),
    prev       blob    not null check (length(prev) = 32),
    head       blob    not null check (length(head) = 32),
    signature  blob    not null check (length(signature) = 64),
    unique (kind, subject)
) strict;

create trigger if not exists ledger_is_never_changed before update on ledger
begin select raise(abort, 'the ledger is append-only'); end;

create trigger if not exists ledger_is_never_shortened before delete on ledger
begin select raise(abort, 'the ledger is append-only'); end;

create trigger if not exists ledger_has_no_gap before insert on ledger
when new.sequence is not (select coalesce(max(sequence), 0) + 1 from ledger)
  or new.prev is not coalesce((select head from ledger order by sequence desc limit 1), zeroblob(32))
begin select raise(abort, 'a ledger row follows the last one'); end;

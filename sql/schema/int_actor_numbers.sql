-- One row an actor that a document spoke of, now or once.
create table if not exists int.actor_numbers (
    actor_id varchar not null,
    actor_no integer not null,
);
comment on table int.actor_numbers is 'a number for each actor, for good: what is kept by actor from run to run is kept by number';
comment on column int.actor_numbers.actor_id is 'actor';
comment on column int.actor_numbers.actor_no is 'its number, from 1 in the order in which actors came';

--liquibase formatted sql

--changeset anb:0060-security-events
create table security_event (
  id           uuid        primary key,
  at           timestamptz not null,
  kind         varchar(24) not null,
  outcome      varchar(16) not null,
  account_id   uuid,
  actor_id     uuid,
  network_hash bytea
);
comment on table security_event is 'sign-ins, refusals, ended sessions and the like; deleted after a setting';
comment on column security_event.account_id is 'whom it is about; null if there is no such account. No foreign key: events outlive accounts';
comment on column security_event.actor_id is 'the administrator, if it was not the person';
comment on column security_event.network_hash is 'keyed, as in vote_event; null where no request of the person is behind it';

create index security_event_at_ix on security_event (at desc, id desc);
create index security_event_account_ix on security_event (account_id, at desc);
--rollback drop table security_event;

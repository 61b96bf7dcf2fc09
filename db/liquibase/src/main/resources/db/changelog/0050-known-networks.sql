--liquibase formatted sql

--changeset anb:0050-known-networks
create table account_network (
  account_id   uuid        not null references account (id) on delete cascade,
  network_hash bytea       not null,
  signed_in_at timestamptz not null,
  constraint account_network_pk primary key (account_id, network_hash)
);
comment on table account_network is 'networks that an account was signed in from, the latest 20: an attack from elsewhere does not concern them';
comment on column account_network.network_hash is 'keyed, of the address or of the /64 of IPv6';
--rollback drop table account_network;

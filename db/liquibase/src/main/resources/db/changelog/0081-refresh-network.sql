--liquibase formatted sql

--changeset anb:0081-refresh-network
alter table account_session add column refresh_network bytea;
comment on column account_session.refresh_network is 'HMAC-SHA-256 of the network that last continued the session; null before';
--rollback alter table account_session drop column refresh_network;

--liquibase formatted sql

--changeset anb:0016-job-trace
alter table processing_job add column trace_parent varchar(55);
comment on column processing_job.trace_parent is 'where the clip was accepted, in the form of W3C''s traceparent; null while traces are off';
--rollback alter table processing_job drop column trace_parent;

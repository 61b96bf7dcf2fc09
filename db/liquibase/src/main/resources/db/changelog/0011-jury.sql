--liquibase formatted sql

--changeset anb:0011-rubric
create table jury_criterion (
  id             uuid             primary key,
  code           varchar(40)      not null,
  name_es        varchar(80)      not null,
  name_en        varchar(80)      not null,
  description_es varchar(500)     not null,
  description_en varchar(500)     not null,
  weight         double precision not null,
  min_value      double precision not null,
  max_value      double precision not null,
  step           double precision not null,
  position       integer          not null,
  constraint jury_criterion_code_uk unique (code),
  constraint jury_criterion_weight_ck check (weight > 0),
  constraint jury_criterion_scale_ck check (min_value < max_value and step > 0)
);
comment on table jury_criterion is 'the rubric; it does not change any more once a sheet is submitted';

insert into jury_criterion (id, code, name_es, name_en, description_es, description_en, weight, min_value, max_value, step, position) values
  ('01940000-0000-7000-8000-000000000001', 'ball_handling', 'Manejo de balón', 'Ball handling',
   'Control con ambas manos, cambios de ritmo y de dirección, protección del balón bajo presión.',
   'Control with both hands, changes of pace and direction, protecting the ball under pressure.', 20, 1, 10, 0.5, 1),
  ('01940000-0000-7000-8000-000000000002', 'shooting', 'Tiro', 'Shooting',
   'Mecánica, selección y acierto: bandejas, media distancia, triples y tiros libres.',
   'Form, choice and accuracy: lay-ups, mid-range, threes and free throws.', 25, 1, 10, 0.5, 2),
  ('01940000-0000-7000-8000-000000000003', 'passing', 'Pase y visión de juego', 'Passing and vision',
   'Precisión y oportunidad del pase, lectura de los compañeros y de los espacios.',
   'Accuracy and timing of passes, reading team-mates and space.', 20, 1, 10, 0.5, 3),
  ('01940000-0000-7000-8000-000000000004', 'athleticism', 'Condición atlética y juego de pies', 'Athleticism and footwork',
   'Velocidad, salto, coordinación, equilibrio y apoyos en ataque y en defensa.',
   'Speed, jump, coordination, balance and footwork in attack and defence.', 15, 1, 10, 0.5, 4),
  ('01940000-0000-7000-8000-000000000005', 'game_sense', 'Comprensión y decisión', 'Game understanding and decisions',
   'Elige bien y a tiempo: posición, ritmo, defensa y juego para el equipo.',
   'Chooses well and in time: position, rhythm, defence and playing for the team.', 20, 1, 10, 0.5, 5);
--rollback drop table jury_criterion;

--changeset anb:0011-settings
create table jury_settings (
  singleton           boolean primary key,
  blind               boolean not null,
  same_city_conflict  boolean not null,
  min_scores_per_clip integer not null,
  constraint jury_settings_one_row_ck check (singleton),
  constraint jury_settings_scores_ck check (min_scores_per_clip between 1 and 50)
);
comment on column jury_settings.blind is 'jurors see neither names, cities nor titles';
comment on column jury_settings.same_city_conflict is 'nobody judges players of the own city';
insert into jury_settings values (true, true, false, 2);
--rollback drop table jury_settings;

--changeset anb:0011-assignments
create table jury_assignment (
  id         uuid        primary key,
  juror_id   uuid        not null,
  video_id   uuid        not null references video (id) on delete cascade,
  number     integer     not null,
  created_at timestamptz not null,
  created_by uuid        not null,
  constraint jury_assignment_uk unique (juror_id, video_id),
  constraint jury_assignment_number_uk unique (juror_id, number),
  constraint jury_assignment_owner_uk unique (id, juror_id, video_id)
);
comment on column jury_assignment.juror_id is 'an account; no foreign key, as a submitted sheet still counts when its juror leaves';
comment on column jury_assignment.number is 'what the juror calls the clip in blind mode, and the order of the queue';
create index jury_assignment_video_ix on jury_assignment (video_id);

create table jury_sheet (
  assignment_id uuid        primary key,
  juror_id      uuid        not null,
  video_id      uuid        not null,
  comment       varchar(2000),
  version       integer     not null,
  saved_at      timestamptz not null,
  submitted_at  timestamptz,
  total         double precision,
  reopened_at   timestamptz,
  reopen_reason varchar(500),
  constraint jury_sheet_assignment_fk foreign key (assignment_id, juror_id, video_id)
    references jury_assignment (id, juror_id, video_id) on delete cascade,
  constraint jury_sheet_submitted_ck check ((submitted_at is null) = (total is null)),
  constraint jury_sheet_total_ck check (total between 0 and 100)
);
comment on column jury_sheet.total is 'weighted mean of the criteria from 0 to 100, as the juror gave it';
create index jury_sheet_submitted_ix on jury_sheet (video_id, juror_id) where submitted_at is not null;

create table jury_score (
  assignment_id uuid             not null references jury_sheet (assignment_id) on delete cascade,
  criterion_id  uuid             not null references jury_criterion (id) on delete cascade,
  value         double precision not null,
  constraint jury_score_pk primary key (assignment_id, criterion_id)
);
create index jury_score_criterion_ix on jury_score (criterion_id);

create table jury_conflict (
  id          uuid         primary key,
  juror_id    uuid         not null references account (id) on delete cascade,
  player_id   uuid         not null references account (id) on delete cascade,
  reason      varchar(500) not null,
  declared_at timestamptz  not null,
  declared_by uuid         not null,
  constraint jury_conflict_uk unique (juror_id, player_id)
);
comment on table jury_conflict is 'this juror does not judge this player';
create index jury_conflict_player_ix on jury_conflict (player_id);
--rollback drop table jury_conflict;
--rollback drop table jury_score;
--rollback drop table jury_sheet;
--rollback drop table jury_assignment;

--changeset anb:0011-state
-- The one place that says what an assignment's state is. A conflict by city hinders only what is not yet submitted:
-- else a player could move house to be rid of a score.
create view jury_assignment_state as
  select a.id, a.juror_id, a.video_id, a.number, a.created_at, a.created_by,
         v.owner_id as player_id, v.title, v.duration_ms, v.published_at,
         s.version, s.saved_at, s.submitted_at, s.total,
         cast(case
           when a.juror_id = v.owner_id or c.id is not null
             or (s.submitted_at is null and g.same_city_conflict and j.city_key = o.city_key) then 'CONFLICT'
           when s.submitted_at is not null then 'SUBMITTED'
           when s.assignment_id is not null then 'DRAFT'
           else 'TODO'
         end as varchar(16)) as state
  from jury_assignment a
  cross join jury_settings g
  join video v on v.id = a.video_id
  join account o on o.id = v.owner_id
  left join account j on j.id = a.juror_id
  left join jury_sheet s on s.assignment_id = a.id
  left join jury_conflict c on c.juror_id = a.juror_id and c.player_id = v.owner_id;
--rollback drop view jury_assignment_state;

--changeset anb:0011-juror-leaves splitStatements:false
create function juror_deleted() returns trigger language plpgsql as $$
begin
  -- What counts stays, linked to nobody; the rest goes, and the conflicts go by their foreign key.
  delete from jury_assignment where id in (
    select id from jury_assignment_state where juror_id = old.id and state <> 'SUBMITTED');
  return old;
end $$;
create trigger juror_deleted before delete on account for each row execute function juror_deleted();
--rollback drop trigger juror_deleted on account;
--rollback drop function juror_deleted();

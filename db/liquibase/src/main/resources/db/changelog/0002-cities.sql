--liquibase formatted sql

--changeset anb:0002-cities
create table city (
  city_key   varchar(120) primary key,
  name       varchar(120) not null unique,
  department varchar(80)  not null
);
comment on table city is 'catalogue that signup matches against: capitals of the departments and the largest cities';

insert into city (city_key, name, department) values
  ('arauca', 'Arauca', 'Arauca'),
  ('armenia', 'Armenia', 'Quindío'),
  ('barrancabermeja', 'Barrancabermeja', 'Santander'),
  ('barranquilla', 'Barranquilla', 'Atlántico'),
  ('bello', 'Bello', 'Antioquia'),
  ('bogota', 'Bogotá', 'Bogotá D. C.'),
  ('bucaramanga', 'Bucaramanga', 'Santander'),
  ('buenaventura', 'Buenaventura', 'Valle del Cauca'),
  ('cali', 'Cali', 'Valle del Cauca'),
  ('cartagena', 'Cartagena', 'Bolívar'),
  ('cucuta', 'Cúcuta', 'Norte de Santander'),
  ('dosquebradas', 'Dosquebradas', 'Risaralda'),
  ('envigado', 'Envigado', 'Antioquia'),
  ('florencia', 'Florencia', 'Caquetá'),
  ('floridablanca', 'Floridablanca', 'Santander'),
  ('ibague', 'Ibagué', 'Tolima'),
  ('inirida', 'Inírida', 'Guainía'),
  ('itagui', 'Itagüí', 'Antioquia'),
  ('leticia', 'Leticia', 'Amazonas'),
  ('manizales', 'Manizales', 'Caldas'),
  ('medellin', 'Medellín', 'Antioquia'),
  ('mitu', 'Mitú', 'Vaupés'),
  ('mocoa', 'Mocoa', 'Putumayo'),
  ('monteria', 'Montería', 'Córdoba'),
  ('neiva', 'Neiva', 'Huila'),
  ('palmira', 'Palmira', 'Valle del Cauca'),
  ('pasto', 'Pasto', 'Nariño'),
  ('pereira', 'Pereira', 'Risaralda'),
  ('popayan', 'Popayán', 'Cauca'),
  ('puerto carreno', 'Puerto Carreño', 'Vichada'),
  ('quibdo', 'Quibdó', 'Chocó'),
  ('riohacha', 'Riohacha', 'La Guajira'),
  ('san andres', 'San Andrés', 'San Andrés y Providencia'),
  ('san jose del guaviare', 'San José del Guaviare', 'Guaviare'),
  ('santa marta', 'Santa Marta', 'Magdalena'),
  ('sincelejo', 'Sincelejo', 'Sucre'),
  ('soacha', 'Soacha', 'Cundinamarca'),
  ('soledad', 'Soledad', 'Atlántico'),
  ('tulua', 'Tuluá', 'Valle del Cauca'),
  ('tumaco', 'Tumaco', 'Nariño'),
  ('tunja', 'Tunja', 'Boyacá'),
  ('turbo', 'Turbo', 'Antioquia'),
  ('valledupar', 'Valledupar', 'Cesar'),
  ('villavicencio', 'Villavicencio', 'Meta'),
  ('yopal', 'Yopal', 'Casanare'),
  ('zipaquira', 'Zipaquirá', 'Cundinamarca');
--rollback drop table city;

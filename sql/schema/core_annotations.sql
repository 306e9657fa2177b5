-- One row a document and step.
create table if not exists core.annotations (
    document_id varchar not null,
    step varchar not null,
    version varchar not null,
    run_id varchar not null,
    document_no integer,
);
comment on table core.annotations is 'a reading of a document';
comment on column core.annotations.document_id is 'document';
comment on column core.annotations.step is 'step that read it: reading, names, dates, quotations, topics, sketch';
comment on column core.annotations.version is 'version of code and lists that read it';
comment on column core.annotations.run_id is 'run that did it';
comment on column core.annotations.document_no is 'number of the document, as in core.documents';

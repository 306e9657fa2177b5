-- One row a table, view or macro, and one a column of it.
create or replace view data_dictionary as
with objects as (
    select schema_name, table_name as object_name, 'table' as kind, comment from duckdb_tables() where not internal and not temporary
    union all
    select schema_name, view_name, 'view', comment from duckdb_views() where not internal and not temporary
    union all
    select distinct
        schema_name, function_name || '(' || array_to_string(parameters, ', ') || ')', 'macro', comment,
    from duckdb_functions()
    where not internal and schema_name = 'main' and function_type in ('macro', 'table_macro')
),

entries as (
    select schema_name, object_name, kind, 0 as column_no, null as column_name, null as data_type, comment from objects
    union all
    select o.schema_name, o.object_name, o.kind, c.column_index, c.column_name, c.data_type, c.comment,
    from duckdb_columns() as c
    join objects as o on o.schema_name = c.schema_name and o.object_name = c.table_name and o.kind <> 'macro'
)

select
    case when schema_name = 'main' then object_name else schema_name || '.' || object_name end as object,
    kind,
    column_name,
    data_type,
    comment,
    dense_rank() over (
        order by
            -- what people came for first: views, macros, then the tables behind them
            case when schema_name <> 'main' then 3 when kind = 'macro' then 2 else 1 end,
            schema_name, object_name
    ) as object_no,
    column_no,
from entries
order by object_no, column_no;
comment on view data_dictionary is 'what every object and column means, made from the comments in the file';
comment on column data_dictionary.object is 'table, view or macro as a query names it';
comment on column data_dictionary.kind is 'table, view or macro';
comment on column data_dictionary.column_name is 'column; NULL in the row of the object itself';
comment on column data_dictionary.data_type is 'type of the column';
comment on column data_dictionary.comment is 'what it means';
comment on column data_dictionary.object_no is 'order of the objects: views, macros, then the tables behind them';
comment on column data_dictionary.column_no is 'order of the columns; 0 for the object itself';

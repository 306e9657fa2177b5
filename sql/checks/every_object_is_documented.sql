-- severity: error
-- Every table, view, macro and column has a comment.
select object, column_name
from data_dictionary
where coalesce(trim(comment), '') = ''

-- severity: warn
-- No text made a reader of texts fail; such a text is kept out and must be reported.
select place, detail from stg.current_rejects where reason = 'reader_failed'

"""Pure functions on one text. Nothing here touches files, processes, frames or a database."""

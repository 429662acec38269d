-- Whoever took a case in keeps seeing it whole when another officer has it; null for what came in a file.
ALTER TABLE reconsideration ADD COLUMN registered_by text;
ALTER TABLE litigation ADD COLUMN registered_by text;

-- The cases of one dispute are found by the numbers they name, in both directions.
CREATE INDEX litigation_previous ON litigation (previous_case_number) WHERE previous_case_number IS NOT NULL;
CREATE INDEX litigation_reconsideration ON litigation (reconsideration_case_number)
    WHERE reconsideration_case_number IS NOT NULL;

-- A hearing bounds the term of its suit's case after it was held too, when its warnings have been withdrawn.
CREATE INDEX heard_warning_hearing ON heard_warning (case_number)
    WHERE code IN ('NAME_THE_ATTENDING_HEAD', 'HEARING_IDENTITY_PROOF', 'HEARING_TOMORROW');

"""Who is who among names: parsed, paired, scored and clustered, each step with its reasons."""

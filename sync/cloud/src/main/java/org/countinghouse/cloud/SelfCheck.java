package org.countinghouse.cloud;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/// What must hold before the first request: one of these missing, and one tenant may read another, or
/// an acknowledged entry or setting may be lost. The server does not start then.
final class SelfCheck {
    private static final String ROLE = """
            SELECT rolname || ' is a superuser or passes row-level security by' FROM pg_roles
            WHERE rolname = current_user AND (rolsuper OR rolbypassrls OR rolcreaterole)""";
    private static final String TABLES = """
            SELECT relname || ' has no forced row-level security, or belongs to the server''s role' FROM pg_class
            WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND relname <> 'migration'
            AND (NOT relrowsecurity OR NOT relforcerowsecurity OR pg_get_userbyid(relowner) = current_user)""";
    private static final String APPEND_ONLY = """
            SELECT 'the server''s role may alter what is in ' || name FROM unnest(ARRAY['entry', 'setting']) AS name
            WHERE has_any_column_privilege(name, 'UPDATE') OR has_table_privilege(name, 'DELETE')
            OR has_table_privilege(name, 'TRUNCATE')""";
    private static final String DURABLE = """
            SELECT name || ' is ' || setting FROM pg_settings
            WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'""";

    private SelfCheck() {}

    /// @return what is wrong, in sentences; empty when the server may start
    static List<String> faults(DSLContext db) {
        var faults = new ArrayList<String>();
        for (String question : List.of(ROLE, TABLES, APPEND_ONLY, DURABLE)) {
            faults.addAll(db.fetch(question).getValues(0, String.class));
        }
        return faults;
    }
}

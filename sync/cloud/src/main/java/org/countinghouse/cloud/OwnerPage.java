package org.countinghouse.cloud;

import static org.countinghouse.cloud.db.Tables.DAY_SUM;
import static org.countinghouse.cloud.db.Tables.SETTING;
import static org.countinghouse.cloud.db.Tables.STREAM;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.countinghouse.wire.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// What the owner sees first: each station, how far it has come, its devices, and the last day's
/// sums. For this computer only, until
/// owners can sign in: the request must come over loopback and name loopback, so that no other site's
/// script can ask.
final class OwnerPage {
    private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

    private final TenantStore store;

    OwnerPage(TenantStore store) {
        this.store = store;
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET("/", this::page).build();
    }

    private ServerResponse page(ServerRequest request) {
        var servlet = request.servletRequest();
        if (!LOOPBACK.contains(servlet.getRemoteAddr()) || !THIS_COMPUTER.contains(servlet.getServerName())) {
            return Responses.page(403, "<!doctype html><title>Countinghouse</title><p>Only on this computer.");
        }
        var asked = request.param("tenant").orElse("");
        var content = asked.isEmpty() ? "" : content(asked);
        return Responses.page(200, FRAME.formatted(escaped(asked), content));
    }

    private String content(String asked) {
        try {
            var tenant = new Stream(asked, "any", 1).tenant();
            return store.within(tenant, db -> stations(db, tenant) + devices(db, tenant) + sums(db, tenant));
        } catch (IllegalArgumentException e) {
            return "<p>" + escaped(String.valueOf(e.getMessage()));
        }
    }

    private static String stations(DSLContext db, String tenant) {
        var out = new StringBuilder("<h2>Stations</h2><table><tr><th>station<th>epoch<th>entries<th>last received");
        for (var row : db.selectFrom(STREAM)
                .where(STREAM.TENANT.eq(tenant))
                .orderBy(STREAM.STATION, STREAM.EPOCH)
                .fetch()) {
            var received = row.getLastReceivedAt() == null
                    ? "never"
                    : row.getLastReceivedAt().toString();
            out.append("<tr><td>")
                    .append(escaped(row.getStation()))
                    .append("<td>")
                    .append(row.getEpoch());
            out.append("<td class=n>")
                    .append(row.getHeadSequence())
                    .append("<td>")
                    .append(escaped(received));
        }
        return out.append("</table>").toString();
    }

    private static String devices(DSLContext db, String tenant) {
        var lists = db.select(SETTING.STATION, SETTING.VERSION, SETTING.AUTHOR, SETTING.RECEIVED_AT, SETTING.BODY)
                .distinctOn(SETTING.STATION)
                .from(SETTING)
                .where(SETTING.TENANT.eq(tenant).and(SETTING.NAME.eq(ListedDevice.KEY)))
                .orderBy(SETTING.STATION, SETTING.VERSION.desc())
                .fetch();
        if (lists.isEmpty()) {
            return "<p>No station has told its devices yet.";
        }
        var out = new StringBuilder("<h2>Devices</h2><table><tr><th>station<th>version<th>set by<th>since");
        out.append("<th>device<th>is<th>stands at");
        for (var list : lists) {
            var of = "<tr><td>" + escaped(list.value1()) + "<td class=n>" + list.value2() + "<td>"
                    + escaped(list.value3()) + "<td>" + escaped(list.value4().toString());
            var devices = ListedDevice.in(list.value5());
            if (devices.isEmpty()) {
                out.append(of).append("<td colspan=3>no list of devices");
            } else if (devices.get().isEmpty()) {
                out.append(of).append("<td colspan=3>none");
            }
            for (ListedDevice each : devices.orElse(List.of())) {
                out.append(of).append("<td>").append(escaped(each.name()));
                out.append("<td>").append(escaped(each.role()));
                out.append("<td>").append(escaped(each.address()));
            }
        }
        return out.append("</table>").toString();
    }

    private static String sums(DSLContext db, String tenant) {
        LocalDate day = db.select(DSL.max(DAY_SUM.BUSINESS_DATE))
                .from(DAY_SUM)
                .where(DAY_SUM.TENANT.eq(tenant))
                .fetchSingle()
                .value1();
        if (day == null) {
            return "<p>No entry has come yet.";
        }
        var out = new StringBuilder("<h2>Business date " + day + "</h2>");
        out.append("<table><tr><th>station<th>account<th>currency<th>minor units");
        for (var row : db.selectFrom(DAY_SUM)
                .where(DAY_SUM.TENANT.eq(tenant).and(DAY_SUM.BUSINESS_DATE.eq(day)))
                .orderBy(DAY_SUM.STATION, DAY_SUM.CURRENCY, DAY_SUM.ACCOUNT)
                .fetch()) {
            BigInteger units = row.getMinorUnits();
            out.append("<tr><td>").append(escaped(row.getStation()));
            out.append("<td>").append(escaped(row.getAccount()));
            out.append("<td>")
                    .append(escaped(row.getCurrency()))
                    .append("<td class=n>")
                    .append(units);
        }
        return out.append("</table>").toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Countinghouse</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            table { border-collapse: collapse } th, td { padding: .25rem .75rem; text-align: left }
            tr { border-bottom: 1px solid #ddd } .n { text-align: right; font-variant-numeric: tabular-nums }
            </style>
            <h1>Countinghouse</h1>
            <form><label>Tenant <input name="tenant" value="%s" required></label> <button>Show</button></form>
            %s
            """;
}

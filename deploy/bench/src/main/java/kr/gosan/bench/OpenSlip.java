package kr.gosan.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A slip that is to be paid, and what of it stands in the rows of its payment. */
record OpenSlip(UUID slipId, String ePaymentNo, long payable, String insurance, String managementNo, UUID returnId) {

    private static final String COLUMNS = "slip_id, e_payment_no, payable, insurance, management_no, return_id";

    /** Every slip that is open, in the order they were issued in. */
    static List<OpenSlip> all() throws SQLException {
        try (Connection connection = Database.PAYMENT.connect()) {
            return read(connection, "state = 'ISSUED' order by slip_id");
        }
    }

    /** One that was paid. */
    static OpenSlip paid(Connection connection, String insurance) throws SQLException {
        return read(connection, "state = 'PAID' and insurance = '" + insurance + "' order by slip_id limit 1")
                .getFirst();
    }

    private static List<OpenSlip> read(Connection connection, String where) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select " + COLUMNS + " from slip where " + where)) {
            List<OpenSlip> slips = new ArrayList<>();
            while (row.next()) {
                slips.add(new OpenSlip(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, UUID.class)));
            }
            return slips;
        }
    }
}

package kr.gosan.premium.calculation;

import kr.gosan.premium.law.ReturnRow;

/** Where a row stands in a return as JSON carries it. */
final class RowPointer {

    private RowPointer() {}

    static String of(String section, ReturnRow row) {
        return switch (row) {
            case GENERAL, EQUIPMENT, OVERSEAS -> section + "/industrialAccident/" + row.label();
            case UNEMPLOYMENT, STABILITY -> section + "/employment/" + row.label();
        };
    }

    /** The row's base by rate period. */
    static String ofParts(String section, ReturnRow row) {
        return of(section, row) + "Periods";
    }
}

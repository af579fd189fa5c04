package kr.gosan.premium.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountHolderTest {

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource({
        "고산건설(주), 고산건설 일괄, true",
        "㈜ 고산건설, 고산건설, true",
        "주식회사 고산건설, 고산건설(주) 건설일괄, true",
        "고산산업, (유)고산산업 건설본사, true",
        "유한회사 고산산업, ㈜고산산업, true",
        "ＧＯＳＡＮ 건설, gosan건설, true",
        "김고산(고산건설), 김고산, true",
        "고, 고, true",
        "고산토건, 고산건설 일괄, false",
        "백두건설(주), 고산건설(주), false",
        "(주), 고산건설(주), false",
        "고, 고산건설, false",
        "이고산, 김고산, false"
    })
    void namesAreComparedWithoutLegalFormSpacesAndSigns(String holder, String name, boolean fits) {
        assertEquals(fits, AccountHolder.fits(holder, name));
    }
}

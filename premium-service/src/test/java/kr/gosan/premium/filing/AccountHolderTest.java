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

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource({
        "고산건설(주), 고산건설 일괄, true",
        "㈜ 고산건설, 고산건설, true",
        "주식회사 고산건설, 고산건설(주) 건설일괄, true",
        "고산건설(주), (주)고산건설(건설일괄), true",
        "이고산, (주)고산(건설일괄), false",
        "유한회사 고산산업, ㈜고산산업, true",
        "ＧＯＳＡＮ 건설, gosan건설, true",
        "고산건설(주) 서울지점, 고산건설(주), true",
        "(주)고, 고, true",
        "이정훈, 이정훈건설(주), false",
        "이정훈(주), 이정훈건설(주), false",
        "고산, 고산건설(주), false",
        "이고, (주)고, false",
        "고산토건, 고산건설 일괄, false",
        "(주), 고산건설(주), false",
        "(주), (주), false"
    })
    void aCorporationsAccountShowsTheWholeOfItsName(String holder, String name, boolean fits) {
        assertEquals(fits, AccountHolder.fitsCorporation(holder, name));
    }

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource({"이정훈, 이정훈, true", "이 정훈, 이정훈, true", "(주)이정훈, 이정훈, false", "이정훈건설(주), 이정훈, false"})
    void anAccountInTheRepresentativesNameAloneIsHis(String holder, String representative, boolean his) {
        assertEquals(his, AccountHolder.isPersons(holder, representative));
    }
}

package cn.disputes.stats.forms;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Code;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Instance;
import cn.disputes.stats.figures.Cut;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the rows of a form are. */
enum FormRows {
    DOMAIN("f.domain") {
        @Override
        Map<String, String> labels(Cut cut) {
            return labels(Domain.values());
        }
    },
    ACT_TYPE("f.act_type") {
        @Override
        Map<String, String> labels(Cut cut) {
            return labels(ActType.values());
        }
    },
    INSTANCE("f.instance") {
        @Override
        Map<String, String> labels(Cut cut) {
            return labels(Instance.values());
        }
    },
    REGION("f.region_code") {
        @Override
        Map<String, String> labels(Cut cut) {
            var labels = new LinkedHashMap<String, String>();
            cut.counties().forEach(county -> labels.put(county.code(), county.name()));
            return labels;
        }
    };

    private final String column;

    FormRows(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    /** The rows that are printed even when they are empty, in order. */
    abstract Map<String, String> labels(Cut cut);

    static Map<String, String> labels(Code[] codes) {
        var labels = new LinkedHashMap<String, String>();
        for (var code : codes) labels.put(code.name(), code.zh());
        return labels;
    }
}
